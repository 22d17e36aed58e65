import type { RouteObject } from 'react-router'
import { ClassNow } from '../now/ClassNow'
import { loadedView } from './LoadedView'

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
  { path: 'map', element: loadedView('map', async () => (await import('../map/MapView')).MapView) },
  {
    path: 'errors',
    element: loadedView('errors', async () => (await import('../errors/ErrorsView')).ErrorsView),
  },
  { path: 'help', element: loadedView('help', async () => (await import('../help/HelpView')).HelpView) },
  {
    path: 'students/:student',
    element: loadedView('student', async () => (await import('../student/StudentPage')).StudentPage),
  },
  {
    path: 'notebook',
    element: loadedView('notebook', async () => (await import('../notebook/NotebookView')).NotebookView),
  },
  { path: 'time', element: loadedView('time', async () => (await import('../time/TimeView')).TimeView) },
  {
    path: 'report',
    element: loadedView('report', async () => (await import('../report/ReportView')).ReportView),
  },
  {
    path: 'settings',
    element: loadedView('settings', async () => (await import('../settings/SettingsView')).SettingsView),
  },
  { path: 'wall', element: loadedView('wall', async () => (await import('../wall/WallView')).WallView) },
]
