import { matchPath, useLocation } from 'react-router'

/** Whether the class is on the wall, where everybody looks: no names, and nothing of a student. */
export function useOnTheWall(): boolean {
  return matchPath('/classes/:id/wall', useLocation().pathname) !== null
}
