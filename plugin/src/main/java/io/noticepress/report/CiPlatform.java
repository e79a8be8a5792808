package io.noticepress.report;

import java.util.Optional;
import java.util.function.Function;

/** The forge on which a run takes place, which can show problems beside the lines they stand on. */
public enum CiPlatform {
    /** A machine of one's own, or a forge that is not known. */
    NONE,
    GITHUB,
    GITLAB;

    /** The forge that an environment is of: the values of {@code CI}, {@code GITHUB_ACTIONS}, {@code GITLAB_CI}. */
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
