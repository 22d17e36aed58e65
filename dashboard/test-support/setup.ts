import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A second, which is usual, is not enough for a busy machine.
configure({ asyncUtilTimeout: 20_000 })
afterEach(cleanup)
