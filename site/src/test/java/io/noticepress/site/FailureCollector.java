package io.noticepress.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects all failures of one pass over the site. For one test and one thread. */
final class FailureCollector {
    private final List<String> found = new ArrayList<>();
    private int checks;

    /** Records a failure unless the condition holds. */
    void check(boolean right, String where, String what) {
        checks++;
        if (!right) {
            found.add(where + ": " + what);
        }
    }

    /** Records a failure if the values differ. */
    void checkEqual(Object actual, Object expected, String where, String what) {
        check(Objects.equals(actual, expected), where, what + " is <" + actual + ">, not <" + expected + ">");
    }

    /** Fails if there was a failure, or if nothing was checked. */
    void assertNoFailures() {
        assertThat(checks).as("things looked at").isPositive();
        assertThat(found).isEmpty();
    }
}
