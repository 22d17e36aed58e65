import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client, reach, RequestFailed } from '../api/client'
import { useClassEntry } from '../class-page/class-entry'
import { useOwnAccount } from '../class-page/own-account'
import { useUndo } from '../class-page/undo'
import type { Help } from '../live/frames'
import { useSignedIn } from '../session/SessionGate'

type Verb = 'on-my-way' | 'release' | 'resolve'

/** Whether a request is mine, somebody else's, or nobody's yet. */
export type Holder = 'nobody' | 'me' | 'other'

/** Who has the request: by account, for two teachers may have the same name; by name while the own account is not known. */
export function useHolder(): (help: Help | null) => Holder {
  const { displayName } = useSignedIn()
  const own = useOwnAccount()
  return useCallback(
    (help) => {
      if (!help?.claim) return 'nobody'
      const { teacher, name } = help.claim
      return (own === null ? name === displayName : teacher === own) ? 'me' : 'other'
    },
    [displayName, own],
  )
}

/** What a teacher does about a request; all of it can be taken back. Claiming is at once, for others must see it. */
export function useHelpActions() {
  const { t } = useTranslation()
  const { id } = useClassEntry()
  const { soon, done, say, pending } = useUndo()
  const failed = (problem: unknown) => {
    const taken = problem instanceof RequestFailed && problem.status === 409
    say(t(taken ? 'help.taken' : 'help.failed'))
  }
  const release = (help: Help) => send(id, 'release', help).catch(failed)
  return {
    /** `name`: of the student, for the words of the undo, as in `resolve`. */
    onMyWay: (help: Help, name: string) =>
      send(id, 'on-my-way', help).then(() => {
        const text = t('help.onMyWay', { name })
        done({ key: going(help), text, undo: () => void release(help) })
      }, failed),
    /** Gives a request back to the queue, at its old place. */
    release,
    resolve: (help: Help, name: string) =>
      soon({
        key: resolving(help),
        text: t('help.resolvedSoon', { name }),
        replaces: going(help),
        failed: () => t('help.failed'),
        run: () => send(id, 'resolve', help),
      }),
    isResolving: (help: Help) => pending.has(resolving(help)),
  }
}

function going(help: Help): string {
  return `on my way ${help.request}`
}

function resolving(help: Help): string {
  return `resolve ${help.request}`
}

async function send(id: string, verb: Verb, { request }: Help): Promise<void> {
  const params = { params: { path: { id, request } }, keepalive: true }
  const { response } = await reach(
    verb === 'release'
      ? client.POST('/api/v1/classes/{id}/help/{request}/release', params)
      : verb === 'on-my-way'
        ? client.POST('/api/v1/classes/{id}/help/{request}/on-my-way', params)
        : client.POST('/api/v1/classes/{id}/help/{request}/resolve', params),
  )
  // What has ended already needs no ending.
  if (!response.ok && !(verb === 'resolve' && response.status === 409))
    throw new RequestFailed(response.status)
}
