/**
 * Returns by how many first letters of its stems an index is cut into drawers. It is merged drawer by
 * drawer, and a change opens only those with its words; but a drawer is a file, and a small index is
 * merged sooner than its drawers are opened.
 *
 * @param room articles that the index has room for
 */
export const drawerLetters = (room: number): number => (room > 2048 ? 2 : 0);
