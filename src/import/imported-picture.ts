/**
 * A picture of an imported article, as its archive has it:
 *
 * - `read` returns its bytes when they are needed, at most `maxPictureBytes`; undefined where they cannot be read.
 *   It may be called twice. A reader of a file in memory or beside the source gives this form.
 * - `name` is the name it will have in the folder `media/` (`mediaName`), for an archive that is read once from
 *   beginning to end: the picture itself is given to `SeedFolder.putPicture` when it comes by.
 */
export type ImportedPicture =
  | { readonly read: () => Uint8Array | undefined }
  | { readonly name: string };

/**
 * Returns a picture of an article by its address as written in the text (`![alt](address)`) or in the metadata
 * (`images`); undefined where the archive does not have it. Never throws.
 */
export type FindPicture = (address: string) => ImportedPicture | undefined;
