// What dependency-cruiser forbids in the TypeScript of dashboard and extension: circles of imports, those made by a later import() among them.
export default {
  forbidden: [{ name: "no-circle", severity: "error", from: {}, to: { circular: true } }],
  options: { doNotFollow: { path: "node_modules" } },
};
