import { Changeable } from './Changeable'
import { JoinClaimsPart } from './JoinClaimsPart'
import { RosterImportPart } from './RosterImportPart'
import { RosterPart } from './RosterPart'

/** Who belongs to the class: who waits to join, the roster, and its import. */
export function StudentsPart({ mayChange }: { mayChange: boolean }) {
  return (
    <>
      <Changeable mayChange={mayChange}>
        <JoinClaimsPart />
        <RosterImportPart />
      </Changeable>
      <RosterPart mayChange={mayChange} />
    </>
  )
}
