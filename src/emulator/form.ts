/** More than any form of OAuth comes to. */
const LARGEST_FORM = 65_536

/** What was posted, or why it could not be read. */
export type PostedForm = { fields: URLSearchParams; problem: null } | { fields: null; problem: FormProblem }

export type FormProblem = "none" | "content_type" | "too_large" | "unreadable"

/** Reads an `application/x-www-form-urlencoded` body, as far as it is one. */
export async function readForm(request: Request): Promise<PostedForm> {
  if (request.method !== "POST") return { fields: null, problem: "none" }
  const [contentType = ""] = (request.headers.get("Content-Type") ?? "").split(";")
  if (contentType.trim().toLowerCase() !== "application/x-www-form-urlencoded") {
    return { fields: null, problem: "content_type" }
  }
  const text = await readText(request)
  return text.problem
    ? { fields: null, problem: text.problem }
    : { fields: new URLSearchParams(text.body), problem: null }
}

/** Reads a body up to the size that anyone can mean honestly. */
export async function readText(
  request: Request,
): Promise<{ body: string; problem: null } | { body: null; problem: "too_large" | "unreadable" }> {
  const decoder = new TextDecoder()
  let body = ""
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > LARGEST_FORM) return { body: null, problem: "too_large" }
      body += decoder.decode(chunk, { stream: true })
    }
  } catch {
    // The client went away, or its body was read before: there is nothing to answer to.
    return { body: null, problem: "unreadable" }
  }
  return { body: body + decoder.decode(), problem: null }
}

/** A parameter's value. One without a value counts as left out (RFC 6749 §3.1). */
export function value(params: URLSearchParams, name: string): string | null {
  return params.get(name) || null
}

/** The first parameter that is there more than once, which RFC 6749 §3.1 forbids. */
export function repeated(params: URLSearchParams, names: readonly string[]): string | undefined {
  return names.find((name) => params.getAll(name).length > 1)
}
