declare module "virtual:component-docs" {
  const docs: Record<string, import("./component-docs-plugin.ts").ComponentDocs>
  export default docs
}
