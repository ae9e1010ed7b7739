/** RFC 6962 Merkle trees over byte leaves. Must not know what a leaf contains. */
package energy.registry.domain.merkle;
