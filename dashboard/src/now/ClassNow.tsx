import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import { EmptyClass } from './EmptyClass'
import { LoadingTiles } from './LoadingTiles'
import { Rail } from './Rail'
import { Students } from './Students'
import './now.css'

/** Who needs me? The class as it is now. */
export function ClassNow() {
  const entry = useClassEntry()
  const known = useClassView((view) => view.class !== null)
  const empty = useClassView((view) => view.students.size === 0)
  if (!known) return <LoadingTiles />
  if (empty) return <EmptyClass joinCode={entry.joinCode} />
  return (
    <div className="now-body">
      <Rail />
      <Students />
    </div>
  )
}
