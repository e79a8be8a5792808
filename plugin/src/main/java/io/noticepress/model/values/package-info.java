/**
 * Small values: digests, file types, image sizes, numerals, percent-encoding.
 *
 * <p>Values without a link to notices that several packages use.
 *
 * <p>Doors: {@link Digest}, {@link FileType}, {@link ImageSize}, {@link Numerals}, {@link PercentEncoding}.
 *
 * <p>Incremental: a digest identifies each input, so equal digests mean that nothing has to be done.
 *
 * <p>Numerals are our own code, as ICU, the library for them, has 15 MB.
 */
@NullMarked
package io.noticepress.model.values;

import org.jspecify.annotations.NullMarked;
