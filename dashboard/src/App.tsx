import { QueryClientProvider } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { openQueries } from './api/queries'
import { ClassPage } from './class-page/ClassPage'
import { ViewCrash } from './class-page/ViewCrash'
import { VIEW_ROUTES } from './class-page/views'
import { ClassChooser } from './classes/ClassChooser'
import { ButtonLink } from './frame/ButtonLink'
import { CrashPage } from './frame/CrashPage'
import { Problem } from './frame/Problem'
import { SessionGate } from './session/SessionGate'
import { Theme } from './theme/Theme'

const queries = openQueries()

const router = createBrowserRouter(
  [
    {
      element: <SessionGate />,
      errorElement: <CrashPage />,
      children: [
        { path: '/', element: <ClassChooser /> },
        {
          path: '/classes/:id',
          element: <ClassPage />,
          children: [{ errorElement: <ViewCrash />, children: VIEW_ROUTES }],
        },
        { path: '*', element: <NotFound /> },
      ],
    },
  ],
  { basename: '/dashboard' },
)

/** The dashboard: its addresses and what they show. */
export function App() {
  return (
    <Theme>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Theme>
  )
}

function NotFound() {
  const { t } = useTranslation()
  return (
    <Problem title={t('problem.notFoundTitle')} text={t('problem.notFound')}>
      <ButtonLink to="/">{t('problem.toClasses')}</ButtonLink>
    </Problem>
  )
}
