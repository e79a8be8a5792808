package io.noticepress.model.site;

import java.util.List;
import java.util.Optional;

/**
 * A body that issues notices (发文机关).
 *
 * @param prefixes the prefixes of its document numbers (机关代字); if empty, prefixes are not checked
 * @param parent the key of the body it belongs to
 */
public record Issuer(String key, LocalizedText name, List<String> prefixes, Optional<String> parent) {
    public Issuer {
        prefixes = List.copyOf(prefixes);
    }
}
