/** Whether stream id `left` (`milliseconds-sequence`) lies after `right`. */
export function isAfter(left: string, right: string): boolean {
  const [leftTime, leftSequence] = parts(left)
  const [rightTime, rightSequence] = parts(right)
  return leftTime === rightTime ? leftSequence > rightSequence : leftTime > rightTime
}

function parts(id: string): [number, number] {
  const [time, sequence] = id.split('-')
  return [Number(time), Number(sequence ?? 0)]
}
