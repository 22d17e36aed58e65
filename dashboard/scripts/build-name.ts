import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** Where the page says of which build it is; the application reads it (DashboardBuild.java) and tells open pages. */
const META = 'cell-monitor-build'

/** Names the build in its page: the same sources have the same name, for the names of all files are made of their content. */
export function buildName(): Plugin {
  return {
    name: 'build-name',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const files = Object.keys(bundle ?? {}).sort()
        const content = createHash('sha256')
          .update([...files, html].join('\n'))
          .digest('hex')
          .slice(0, 16)
        return [{ tag: 'meta', attrs: { name: META, content }, injectTo: 'head' }]
      },
    },
  }
}
