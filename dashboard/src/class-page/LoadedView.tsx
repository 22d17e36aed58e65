import { createElement, type ComponentType, type ReactElement } from 'react'
import { PartWaiting } from '../frame/PartWaiting'
import { usePart } from '../frame/use-part'

interface LoadedViewProps {
  readonly name: string
  readonly load: () => Promise<ComponentType>
}

/** A view that is loaded when it is first opened; `load` hands back its component. */
export function loadedView(name: string, load: () => Promise<ComponentType>): ReactElement {
  return createElement(LoadedView, { key: name, name, load })
}

function LoadedView({ name, load }: LoadedViewProps) {
  const part = usePart(`view ${name}`, async () => ({ View: await load() }))
  if (part.data) return <part.data.View />
  return (
    <main className="part-waiting">
      <PartWaiting part={part} />
    </main>
  )
}
