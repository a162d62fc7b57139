import { installFixture } from "../helpers/fixtures.ts"

/** Installs older versions of TypeScript and next-auth once, before the test files run at the same time. */
export default function setup(): void {
  installFixture("typescript")
  installFixture("next-auth-5-beta-25")
}
