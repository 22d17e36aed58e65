import { expect, test } from 'vitest'
import { aCluster } from '../../test-support/frames'
import { leftClusters, liveClusters, pastClusters } from './live-clusters'

const clusters = [
  aCluster('one', ['a']),
  aCluster('two', ['a', 'b'], { latest: '2026-11-21T01:09:00.5Z' }),
  aCluster('also-two', ['c', 'd'], { latest: '2026-11-21T01:09:00Z' }),
  aCluster('three', ['a', 'b', 'c']),
  aCluster('over', [], { solved: 4 }),
  aCluster('was-one', [], { solved: 1 }),
  aCluster('one-left', ['e'], { solved: 9 }),
]

test('several in it make it the class’s: most first, then the latest', () => {
  expect(liveClusters(clusters).map(({ cluster }) => cluster)).toEqual(['three', 'two', 'also-two'])
})

test('what several were in and got out of is told apart', () => {
  expect(pastClusters(clusters).map(({ cluster }) => cluster)).toEqual(['over'])
})

test('whoever is left alone in what others got out of is not said to have got out of it', () => {
  expect(leftClusters(clusters).map(({ cluster }) => cluster)).toEqual(['one-left'])
})
