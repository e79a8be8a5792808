package io.noticepress.model.site;

import java.util.List;
import java.util.Optional;

/**
 * A body that issues notices (发文机关).
 *
 * @param prefixes what its document numbers start with (机关代字); empty if none is agreed
 * @param parent key of the body it belongs to
 */
public record Issuer(String key, LocalizedText name, List<String> prefixes, Optional<String> parent) {
    public Issuer {
        prefixes = List.copyOf(prefixes);
    }
}
