import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client, reach, RequestFailed } from '../api/client'
import { useClassEntry } from '../class-page/class-entry'
import { useUndo } from '../class-page/undo'
import type { Help } from '../live/frames'
import { useSignedIn } from '../session/SessionGate'

type Verb = 'claim' | 'on-my-way' | 'resolve'

/** Whether a request is mine, somebody else's, or nobody's yet. */
export type Holder = 'nobody' | 'me' | 'other'

/** Who has the request: the session knows its display name, the claim the name of whoever made it. */
export function useHolder(): (help: Help | null) => Holder {
  const { displayName } = useSignedIn()
  return useCallback(
    (help) => (!help?.claim ? 'nobody' : help.claim.name === displayName ? 'me' : 'other'),
    [displayName],
  )
}

/** What a teacher does about a request. Claiming is at once, for others must see it; helped can be taken back. */
export function useHelpActions() {
  const { t } = useTranslation()
  const { id } = useClassEntry()
  const { soon, say, pending } = useUndo()
  const at = async (verb: 'claim' | 'on-my-way', help: Help) => {
    try {
      await send(id, verb, help)
    } catch (problem) {
      const taken = problem instanceof RequestFailed && problem.status === 409
      say(t(taken ? 'help.taken' : 'help.failed'))
    }
  }
  return {
    claim: (help: Help) => at('claim', help),
    onMyWay: (help: Help) => at('on-my-way', help),
    /** `name`: of the student, for the words of the undo. */
    resolve: (help: Help, name: string) =>
      soon({
        key: resolving(help),
        text: t('help.resolvedSoon', { name }),
        failed: t('help.failed'),
        run: () => send(id, 'resolve', help),
      }),
    isResolving: (help: Help) => pending.has(resolving(help)),
  }
}

function resolving(help: Help): string {
  return `resolve ${help.request}`
}

async function send(id: string, verb: Verb, { request }: Help): Promise<void> {
  const params = { params: { path: { id, request } }, keepalive: true }
  const { response } = await reach(
    verb === 'claim'
      ? client.POST('/api/v1/classes/{id}/help/{request}/claim', params)
      : verb === 'on-my-way'
        ? client.POST('/api/v1/classes/{id}/help/{request}/on-my-way', params)
        : client.POST('/api/v1/classes/{id}/help/{request}/resolve', params),
  )
  // What has ended already needs no ending.
  if (!response.ok && !(verb === 'resolve' && response.status === 409))
    throw new RequestFailed(response.status)
}
