import { queryOptions, useQuery } from '@tanstack/react-query'

/** How a part of the page that is not in the first download is loaded: once, and anew when that failed. */
export function partOptions<T>(name: string, load: () => Promise<T>) {
  return queryOptions({
    queryKey: ['part', name],
    queryFn: load,
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  })
}

/** A part of the page, loaded when it is `wanted`. (React's `lazy` would remember a failure for ever, and take the whole page with it.) */
export function usePart<T>(name: string, load: () => Promise<T>, wanted = true) {
  return useQuery({ ...partOptions(name, load), enabled: wanted })
}
