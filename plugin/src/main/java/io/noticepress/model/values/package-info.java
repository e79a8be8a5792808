/** Small values: digests, file types, sizes of images, percent-encoding. */
package io.noticepress.model.values;
