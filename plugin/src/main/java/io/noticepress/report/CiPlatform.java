package io.noticepress.report;

import java.util.Optional;
import java.util.function.Function;

/** A CI platform that can show problems beside lines of code. */
public enum CiPlatform {
    /** No CI, or one without support for annotations. */
    NONE,
    GITHUB,
    GITLAB;

    /** The platform that an environment belongs to, by the variables {@code CI}, {@code GITHUB_ACTIONS}, {@code GITLAB_CI}. */
    public static CiPlatform of(Function<String, Optional<String>> environment) {
        if (!isTrue(environment.apply("CI"))) {
            return NONE;
        }
        if (isTrue(environment.apply("GITHUB_ACTIONS"))) {
            return GITHUB;
        }
        return isTrue(environment.apply("GITLAB_CI")) ? GITLAB : NONE;
    }

    private static boolean isTrue(Optional<String> value) {
        return value.filter("true"::equals).isPresent();
    }
}
