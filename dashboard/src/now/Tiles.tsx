import { useTranslation } from 'react-i18next'
import { useStudentBeside } from '../class-page/use-student-beside'
import { Tile } from './Tile'
import { useTabStop } from './tile-grid'

/** Above this many students the tiles are small. */
const ROOMY_UP_TO = 60

interface TilesProps {
  readonly order: readonly string[]
  /** How many there are on screen altogether. */
  readonly of: number
  /** Whether there is room for large tiles, with what happened last in words. */
  readonly spacious?: boolean
}

/** Students as tiles, row by row. */
export function Tiles({ order, of, spacious = false }: TilesProps) {
  const { t } = useTranslation()
  const tabStop = useTabStop()
  const { student: beside } = useStudentBeside()
  const density = spacious ? 'spacious' : of > ROOMY_UP_TO ? 'dense' : 'roomy'
  return (
    <ul className="tiles" aria-label={t('tiles.label')} data-density={density}>
      {order.map((key) => (
        <Tile
          key={key}
          t={t}
          student={key}
          beside={key === beside}
          reachable={key === tabStop}
          spacious={spacious}
        />
      ))}
    </ul>
  )
}
