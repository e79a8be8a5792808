package io.noticepress.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileStampTest {
    @Test
    void aStampCountsAsOldOnlyIfTheNextChangeGetsALaterOne() {
        long second = 1_000_000_000;
        assertThat(stamp(3 * second + 5).isBefore(3 * second + 6)).isTrue();
        assertThat(stamp(3 * second + 5).isBefore(3 * second + 5)).isFalse();
        assertThat(stamp(3 * second).isBefore(5 * second)).isFalse();
        assertThat(stamp(3 * second).isBefore(5 * second + 1)).isTrue();
    }

    private static FileStamp stamp(long changed) {
        return new FileStamp(FileStamp.FileKind.FILE, 1, 0, changed, 0);
    }
}
