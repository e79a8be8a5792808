package io.noticepress.preview.site;

import io.noticepress.model.values.Digest;

/**
 * A file of the site as it would be published.
 *
 * @param digest of its bytes
 */
public record RenderedPage(byte[] bytes, Digest digest) {
    /** A page of these bytes. */
    public static RenderedPage of(byte[] bytes) {
        return new RenderedPage(bytes, Digest.of(bytes));
    }
}
