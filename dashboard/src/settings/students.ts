import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { components } from '../api/schema'
import { useChange } from './settings'

export type ClassStudent = components['schemas']['ClassStudent']
export type RosterImport = components['schemas']['RosterImport']
export type JoinClaim = components['schemas']['JoinClaim']

/** Everybody of the roster and of those who joined. */
export function useClassStudents(id: string) {
  return useQuery({
    queryKey: ['students', id],
    queryFn: async () => {
      const { students } = await answerOf(
        client.GET('/api/v1/classes/{id}/students', { params: { path: { id } } }),
      )
      return students
    },
  })
}

/** Sets a student's reading and team; what is empty is taken away. */
export function useSetStudent(id: string) {
  return useChange(
    [
      ['students', id],
      ['people', id],
    ],
    ({ student, reading, team }: { student: string; reading: string; team: string }) =>
      answerOf(
        client.PUT('/api/v1/classes/{id}/students/{student}', {
          params: { path: { id, student } },
          body: { reading, team },
        }),
      ),
    `roster ${id}`,
  )
}

/** The lines of a roster as they came: a file's bytes, so that the application finds their encoding, or pasted text. */
export type RosterLines = Blob | string

/** What an import would do (`dry`), or does. */
export function useImportRoster(id: string, dry: boolean) {
  return useChange(
    dry
      ? []
      : [
          ['students', id],
          ['people', id],
        ],
    (lines: RosterLines) =>
      answerOf(
        client.POST('/api/v1/classes/{id}/roster/import', {
          params: { path: { id }, query: { dry } },
          headers: { 'content-type': 'text/csv' },
          body: lines as string,
          bodySerializer: (body: BodyInit) => body,
        }),
      ),
  )
}

/** Who waits to join because name or number did not fit. */
export function useJoinClaims(id: string) {
  return useQuery({
    queryKey: ['join-claims', id],
    queryFn: async () => {
      const { claims } = await answerOf(
        client.GET('/api/v1/classes/{id}/join-claims', { params: { path: { id } } }),
      )
      return claims
    },
    refetchInterval: 15_000,
  })
}

/** Lets somebody in, or not. */
export function useDecideClaim(id: string) {
  return useChange(
    [
      ['join-claims', id],
      ['students', id],
      ['people', id],
    ],
    async ({ claim, accept }: { claim: string; accept: boolean }) => {
      const params = { path: { id, claim } }
      if (accept) {
        await answerOf(
          client.POST('/api/v1/classes/{id}/join-claims/{claim}/accept', { params, keepalive: true }),
        )
      } else {
        await answerOf(
          client.POST('/api/v1/classes/{id}/join-claims/{claim}/refuse', { params, keepalive: true }),
        )
      }
    },
  )
}
