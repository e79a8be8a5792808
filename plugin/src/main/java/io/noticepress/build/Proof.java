package io.noticepress.build;

import io.noticepress.model.Digest;

/**
 * A file of the site as it would be published now.
 *
 * @param digest of its bytes
 */
public record Proof(byte[] bytes, Digest digest) {
    static Proof of(byte[] bytes) {
        return new Proof(bytes, Digest.of(bytes));
    }
}
