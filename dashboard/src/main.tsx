import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { startLanguages } from './i18n'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
await startLanguages()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
