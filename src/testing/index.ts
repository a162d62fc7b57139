export { BinkError, type BinkErrorCode } from "../errors.js"
export type { TestCookie } from "./cookie-jar.js"
export { type SignInAsOptions, signInAs, type TestApp, type TestSession } from "./sign-in-as.js"
export { type RunningBink, type StartBinkOptions, startBink } from "./start-bink.js"
