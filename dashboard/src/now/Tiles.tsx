import { useTranslation } from 'react-i18next'
import { useStudentBeside } from '../class-page/StudentBeside'
import { Tile } from './Tile'
import { useTabStop } from './tile-grid'

/** Up to this many students a tile has room for what happened last, in words. */
const SPACIOUS_UP_TO = 12
/** Above this many students the tiles are small. */
const ROOMY_UP_TO = 60

/** Students as tiles, row by row. `of`: how many there are on screen altogether. */
export function Tiles({ order, of }: { order: readonly string[]; of: number }) {
  const { t } = useTranslation()
  const tabStop = useTabStop()
  const { student: beside } = useStudentBeside()
  const density = densityOf(of)
  return (
    <ul className="tiles" aria-label={t('tiles.label')} data-density={density}>
      {order.map((key) => (
        <Tile
          key={key}
          t={t}
          student={key}
          beside={key === beside}
          reachable={key === tabStop}
          spacious={density === 'spacious'}
        />
      ))}
    </ul>
  )
}

function densityOf(students: number): 'spacious' | 'roomy' | 'dense' {
  if (students <= SPACIOUS_UP_TO) return 'spacious'
  return students > ROOMY_UP_TO ? 'dense' : 'roomy'
}
