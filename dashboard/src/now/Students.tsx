import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sort } from '../classroom/tile-order'
import { StateCounts } from './StateCounts'
import { Tiles } from './Tiles'
import { Toolbar } from './Toolbar'
import { useArrangement } from './use-arrangement'

/** The students of the class: counted, sorted, searched, shown. */
export function Students() {
  const { t, i18n } = useTranslation()
  const [sort, setSort] = useState<Sort>('need')
  const [search, setSearch] = useState('')
  const [held, setHeld] = useState(false)
  const order = useArrangement({ sort, search, language: i18n.language }, held)
  return (
    <main className="students">
      <StateCounts />
      <Toolbar
        sort={sort}
        onSort={setSort}
        search={search}
        onSearch={setSearch}
        held={held && sort === 'need'}
      />
      {order.length === 0 ? (
        <p className="students-none" role="status">
          {t('tiles.nobodyFound', { search })}
        </p>
      ) : (
        <Tiles order={order} onHeld={setHeld} />
      )}
    </main>
  )
}
