import { CloseButton, SegmentedControl, TextInput } from '@mantine/core'
import { IconLock, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Sort } from '../classroom/tile-order'
import './students.css'

interface ToolbarProps {
  readonly sort: Sort
  /** The orders that this class has. */
  readonly offered: readonly Sort[]
  readonly onSort: (sort: Sort) => void
  readonly search: string
  readonly onSearch: (search: string) => void
  /** Whether the tiles keep their places just now. */
  readonly held: boolean
}

/** Order and search of the tiles. */
export function Toolbar({ sort, offered, onSort, search, onSearch, held }: ToolbarProps) {
  const { t } = useTranslation()
  const clear = <CloseButton size="sm" aria-label={t('toolbar.clear')} onClick={() => onSearch('')} />
  return (
    <div className="toolbar">
      <SegmentedControl
        size="sm"
        aria-label={t('toolbar.sort')}
        transitionDuration={0}
        data={offered.map((value) => ({ value, label: t(`toolbar.${value}`) }))}
        value={sort}
        onChange={onSort}
      />
      <TextInput
        id="search"
        type="search"
        size="sm"
        aria-label={t('toolbar.search')}
        placeholder={t('toolbar.search')}
        leftSection={<IconSearch size="1rem" aria-hidden="true" />}
        rightSection={search ? clear : null}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      {held && (
        <span className="toolbar-held" title={t('toolbar.heldHint')}>
          <IconLock size="0.875rem" aria-hidden="true" />
          {t('toolbar.held')}
        </span>
      )}
    </div>
  )
}
