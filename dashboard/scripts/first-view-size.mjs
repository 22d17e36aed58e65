// The first view's own files, gzipped: what index.html names plus everything these import statically.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT_KIB = 350
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const files = new Set()

function take(key) {
  const chunk = manifest[key]
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const next of chunk.imports ?? []) take(next)
}
take('index.html')

const kib = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0) / 1024
console.log(`first view: ${kib.toFixed(1)} KiB gzip in ${files.size} files (limit ${LIMIT_KIB})`)
if (kib > LIMIT_KIB) process.exit(1)
