/** Milliseconds that something must be in sight until it is seen. */
const READING = 1000;

/**
 * Tells once that an element was really seen: most of it in sight for a second, in a
 * page that is seen.
 *
 * @returns ends the watch
 */
export function watchSeen(element: Element, seen: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inSight = false;
  const look = (): void => {
    clearTimeout(timer);
    if (inSight && document.visibilityState === 'visible') {
      timer = setTimeout(() => {
        end();
        seen();
      }, READING);
    }
  };
  const observer = new IntersectionObserver(
    entries => {
      inSight = entries.at(-1)?.isIntersecting ?? false;
      look();
    },
    { threshold: 0.5 }
  );
  const end = (): void => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('visibilitychange', look);
  };
  document.addEventListener('visibilitychange', look);
  observer.observe(element);
  return end;
}
