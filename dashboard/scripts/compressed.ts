import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const [smallest, small] = [promisify(brotliCompress), promisify(gzip)]

/** Leaves `.br` and `.gz` beside each script and style sheet of the build: the application sends what the browser takes (CompressedAssets.java). */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }, bundle) {
        if (dir === undefined) throw new Error('no folder')
        const code = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))
        await Promise.all(code.map((name) => compress(join(dir, name))))
      },
    },
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  await Promise.all([
    writeFile(`${file}.br`, await smallest(content)),
    writeFile(`${file}.gz`, await small(content, { level: 9 })),
  ])
}
