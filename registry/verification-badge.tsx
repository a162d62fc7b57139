import { VerificationBadge, type VerificationBadgeProps } from "authjs-bink/react"
import type { ComponentProps } from "react"

export interface PersonNameProps extends ComponentProps<"span"> {
  name: string | null | undefined
  /** `session.user.bink?.verificationLevel`, or what you stored of it. Without one there is no badge. */
  verificationLevel: VerificationBadgeProps["verificationLevel"]
}

/**
 * A person's name and their badge, which says in a popover what it stands for. A long name is cut short, the badge
 * never is.
 *
 * <PersonName name={user.name} verificationLevel={user.bink?.verificationLevel} />
 */
export function PersonName({ name, verificationLevel, className = "", ...props }: PersonNameProps) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1 [&_svg]:mx-auto **:[[popover]]:rounded-md! **:[[popover]]:border-border! **:[[popover]]:bg-popover **:[[popover]]:font-sans! **:[[popover]]:text-popover-foreground **:[[popover]]:shadow-md ${className}`}
      {...props}
    >
      <span className="truncate">{name ?? "Unnamed"}</span>
      <VerificationBadge verificationLevel={verificationLevel} explain />
    </span>
  )
}

export type VerificationPillProps = Omit<VerificationBadgeProps, "variant" | "ref">

/** The level as a pill with its word in it, "Verified" or "Trusted". Nothing for anyone else. */
export function VerificationPill({ className = "", ...props }: VerificationPillProps) {
  return (
    <VerificationBadge
      variant="label"
      className={`inline-flex w-fit shrink-0 items-center whitespace-nowrap rounded-full border border-border px-2 py-0.5 font-medium text-foreground text-xs ${className}`}
      {...props}
    />
  )
}
