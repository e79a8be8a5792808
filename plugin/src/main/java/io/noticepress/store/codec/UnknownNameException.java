package io.noticepress.store.codec;

/** Stored bytes name an enum constant or a key that is unknown here: another version wrote them, so the entry is void. */
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownNameException(String name) {
        super(name);
    }
}
