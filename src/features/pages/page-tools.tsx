import { useState } from 'react'
import { Box } from '@/platform/elements'
import { Button, Card, PickRow, SearchField, Segmented, Sheet, useWide } from '@/ui'
import { useText } from '../language/text'
import { pageMetrics, type Sort } from './model'

export interface PageToolsProps {
  query: string
  onQuery: (query: string) => void
  sort: Sort
  onSort: (sort: Sort) => void
}

/** Finds a page, and chooses the metric that the list goes by; the columns of a wide table do that themselves. */
export function PageTools({ query, onQuery, sort, onSort }: PageToolsProps) {
  const { pages, states } = useText()
  const isWide = useWide()
  const [isOpen, setOpen] = useState(false)
  const name = pages.column[sort.by]
  return (
    <>
      <Box className="da-tools">
        <SearchField
          value={query}
          onChange={onQuery}
          placeholder={pages.search}
          label={pages.search}
          clearLabel={pages.clearSearch}
        />
        {isWide ? null : (
          <Button
            icon="sort"
            text={name}
            label={`${name} ${pages.sort} ${pages[sort.order]}`}
            onPress={() => setOpen(true)}
          />
        )}
      </Box>
      <Sheet id="sort-sheet" open={isOpen} title={pages.sort} closeLabel={states.close} onClose={() => setOpen(false)}>
        <Segmented
          full
          label={pages.sort}
          options={[
            { id: 'desc', text: pages.desc },
            { id: 'asc', text: pages.asc },
          ]}
          value={sort.order}
          onChange={order => onSort({ ...sort, order })}
        />
        <Card flush>
          {pageMetrics.map(by => (
            <PickRow
              key={by}
              title={pages.column[by]}
              checked={by === sort.by}
              onPress={() => {
                onSort({ ...sort, by })
                setOpen(false)
              }}
            />
          ))}
        </Card>
      </Sheet>
    </>
  )
}
