/** What writers leave where something is still to be written, as alternatives of a pattern. */
export const writersMarks = 'TODO|TBD|FIXME'
