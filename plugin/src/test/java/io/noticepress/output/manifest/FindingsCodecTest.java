package io.noticepress.output.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.store.codec.RandomRecords;
import org.junit.jupiter.api.Test;

class FindingsCodecTest {
    @Test
    void anyFindingsRoundTrip() {
        for (int seed = 0; seed < 300; seed++) {
            RandomRecords records = new RandomRecords(seed);
            Findings findings = records.next(Findings.class);
            String path = records.text();
            byte[] bytes = FindingsCodec.encode(path, findings);
            assertThat(FindingsCodec.decode(path, bytes)).as("seed " + seed).contains(findings);
            assertThat(FindingsCodec.decode(path + "x", bytes)).isEmpty();
        }
    }
}
