import { VerificationBadge, VerificationBadgeButton, type VerificationBadgeProps } from "authjs-bink/react"
import type { ComponentProps } from "react"

export interface NameWithBadgeProps extends ComponentProps<"span"> {
  /** The user's name. Without one, the text is "Unnamed". */
  name: string | null | undefined
  /** The user's `verificationLevel`, from the session or your database. `0` and `undefined` show no badge. */
  verificationLevel: VerificationBadgeProps["verificationLevel"]
}

/**
 * Shows a user's name and verification badge. The badge is a button that opens an explanation. A long name is cut off;
 * its badge stays visible.
 *
 * Renders a `<span>`, which gets the `ref` and all other props.
 *
 * @example
 * <NameWithBadge name={user.name} verificationLevel={user.bink?.verificationLevel} />
 */
export function NameWithBadge({ name, verificationLevel, className = "", ...props }: NameWithBadgeProps) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1 [&_svg]:mx-auto **:[[popover]]:rounded-md! **:[[popover]]:border-border! **:[[popover]]:bg-popover! **:[[popover]]:font-sans! **:[[popover]]:text-popover-foreground! **:[[popover]]:shadow-md ${className}`}
      {...props}
    >
      <span className="truncate">{name ?? "Unnamed"}</span>
      <VerificationBadgeButton verificationLevel={verificationLevel} />
    </span>
  )
}

export type VerificationPillProps = Omit<VerificationBadgeProps, "variant" | "ref">

/**
 * Shows a user's verification level as a pill with an icon and a text: "Verified" or "Trusted". Renders nothing for other
 * levels.
 *
 * Renders a `<span>`, which gets all other props.
 *
 * @example
 * <VerificationPill verificationLevel={user.bink?.verificationLevel} />
 */
export function VerificationPill({ className = "", ...props }: VerificationPillProps) {
  return (
    <VerificationBadge
      variant="label"
      className={`inline-flex w-fit shrink-0 items-center whitespace-nowrap rounded-full border border-border px-2 py-0.5 font-medium text-foreground text-xs ${className}`}
      {...props}
    />
  )
}
