import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UNDO_MS, UndoLines } from './undo-lines'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function action(run: () => Promise<unknown> = () => Promise.resolve()) {
  return { key: 'remove a', text: 'Removed.', run: vi.fn(run), failed: () => 'Not removed.', undone: vi.fn() }
}

test('what is left alone is done, once, and is pending until its end', async () => {
  const lines = new UndoLines()
  let end: () => void = () => undefined
  const remove = action(() => new Promise<void>((resolve) => (end = resolve)))
  lines.soon(remove)
  lines.soon(remove)
  expect(lines.getShown().lines).toHaveLength(1)
  vi.advanceTimersByTime(UNDO_MS)
  expect(remove.run).toHaveBeenCalledTimes(1)
  expect(lines.getShown().lines).toHaveLength(0)
  expect(lines.getShown().pending.has('remove a')).toBe(true)
  end()
  await vi.runAllTimersAsync()
  expect(lines.getShown().pending.size).toBe(0)
})

test('what is taken back is never done', () => {
  const lines = new UndoLines()
  const remove = action()
  lines.soon(remove)
  lines.undo()
  vi.advanceTimersByTime(UNDO_MS * 2)
  expect(remove.run).not.toHaveBeenCalled()
  expect(remove.undone).toHaveBeenCalledTimes(1)
  expect(lines.getShown().pending.size).toBe(0)
})

test('what did not work is said and taken back', async () => {
  const lines = new UndoLines()
  const remove = action(() => Promise.reject(new Error('away')))
  lines.soon(remove)
  await vi.advanceTimersByTimeAsync(UNDO_MS)
  expect(lines.getShown().said).toBe('Not removed.')
  expect(remove.undone).toHaveBeenCalledTimes(1)
  expect(lines.getShown().pending.size).toBe(0)
})

test('when the page goes, what was about to be done is done at once', () => {
  const lines = new UndoLines()
  const remove = action()
  lines.soon(remove)
  lines.settleAll()
  expect(remove.run).toHaveBeenCalledTimes(1)
})

test('while somebody is at the lines the time stands still', () => {
  const lines = new UndoLines()
  const remove = action()
  lines.soon(remove)
  lines.hold()
  vi.advanceTimersByTime(UNDO_MS * 3)
  expect(remove.run).not.toHaveBeenCalled()
  lines.release()
  vi.advanceTimersByTime(UNDO_MS)
  expect(remove.run).toHaveBeenCalledTimes(1)
})

test('what comes after a line may take its place', () => {
  const lines = new UndoLines()
  lines.done({ key: 'on my way', text: 'On my way.', undo: () => undefined })
  lines.soon({ ...action(), replaces: 'on my way' })
  expect(lines.getShown().lines.map(({ key }) => key)).toEqual(['remove a'])
})

test('what was done already is turned back, the last of the same only', () => {
  const lines = new UndoLines()
  const turned: string[] = []
  lines.done({ key: 'settings', text: 'Saved.', undo: () => turned.push('first') })
  lines.done({ key: 'settings', text: 'Saved.', undo: () => turned.push('second') })
  expect(lines.getShown().lines).toHaveLength(1)
  lines.undo('settings')
  vi.advanceTimersByTime(UNDO_MS)
  expect(turned).toEqual(['second'])
})
