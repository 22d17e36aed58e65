import type { RouteObject } from 'react-router'
import { ClassNow } from '../now/ClassNow'

/**
 * The views of a class in the order of their links. All but the first are loaded when they are first opened. The projector's
 * (`wall`) is a page of its own and is opened from the header.
 */
export const VIEWS = [
  { name: 'now', path: '', end: true },
  { name: 'map', path: 'map', end: false },
  { name: 'errors', path: 'errors', end: false },
  { name: 'help', path: 'help', end: false },
  { name: 'notebook', path: 'notebook', end: false },
  { name: 'time', path: 'time', end: false },
  { name: 'report', path: 'report', end: false },
  { name: 'settings', path: 'settings', end: false },
] as const

/** What the address shows inside the page of a class. */
export const VIEW_ROUTES: RouteObject[] = [
  { index: true, Component: ClassNow },
  { path: 'map', lazy: async () => ({ Component: (await import('../map/MapView')).MapView }) },
  { path: 'errors', lazy: async () => ({ Component: (await import('../errors/ErrorsView')).ErrorsView }) },
  { path: 'help', lazy: async () => ({ Component: (await import('../help/HelpView')).HelpView }) },
  {
    path: 'students/:student',
    lazy: async () => ({ Component: (await import('../student/StudentPage')).StudentPage }),
  },
  {
    path: 'notebook',
    lazy: async () => ({ Component: (await import('../notebook/NotebookView')).NotebookView }),
  },
  { path: 'time', lazy: async () => ({ Component: (await import('../time/TimeView')).TimeView }) },
  { path: 'report', lazy: async () => ({ Component: (await import('../report/ReportView')).ReportView }) },
  {
    path: 'settings',
    lazy: async () => ({ Component: (await import('../settings/SettingsView')).SettingsView }),
  },
  { path: 'wall', lazy: async () => ({ Component: (await import('../wall/WallView')).WallView }) },
]
