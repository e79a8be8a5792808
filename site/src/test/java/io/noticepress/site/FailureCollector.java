package io.noticepress.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was found wrong in one go over the site, all of it. For one test and one thread. */
final class FailureCollector {
    private final List<String> found = new ArrayList<>();
    private int checks;

    /** Notes what is wrong unless it is right. */
    void check(boolean right, String where, String what) {
        checks++;
        if (!right) {
            found.add(where + ": " + what);
        }
    }

    /** Notes a difference. */
    void checkEqual(Object actual, Object expected, String where, String what) {
        check(Objects.equals(actual, expected), where, what + " is <" + actual + ">, not <" + expected + ">");
    }

    /** Fails if anything was wrong, or if nothing was looked at. */
    void assertNoFailures() {
        assertThat(checks).as("things looked at").isPositive();
        assertThat(found).isEmpty();
    }
}
