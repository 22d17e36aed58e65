/** The part of an OpenAPI document that some of its paths need: those paths and every schema they reach. */
export function partOf(document, paths) {
  const part = { paths: {}, schemas: {} };
  for (const path of paths) part.paths[path] = document.paths[path];
  collect(document, part.paths, part.schemas);
  return part;
}

function collect(document, value, schemas) {
  if (value === null || typeof value !== "object") return;
  const name = /^#\/components\/schemas\/(.+)$/.exec(value.$ref)?.[1];
  if (name && !(name in schemas)) {
    schemas[name] = document.components.schemas[name];
    collect(document, schemas[name], schemas);
  }
  for (const inner of Object.values(value)) collect(document, inner, schemas);
}
