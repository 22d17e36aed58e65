import { JoinClaimsPart } from './JoinClaimsPart'
import { RosterImportPart } from './RosterImportPart'
import { RosterPart } from './RosterPart'

/** Who belongs to the class: who waits to join, the roster, and its import. */
export function StudentsPart() {
  return (
    <>
      <JoinClaimsPart />
      <RosterImportPart />
      <RosterPart />
    </>
  )
}
