package de.schulpakt.procurement.depreciation;

import de.schulpakt.inventory.device.ModelKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The accounts of a class of an authority, or of all its classes that have none of their own. */
@Entity
@Table(name = "asset_account")
class AssetAccount {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ModelKind kind;
    @Column(name = "asset")
    private String asset;
    @Column(name = "depreciation")
    private String depreciation;
    @Column(name = "disposal")
    private String disposal;
    @Column(name = "item")
    private String item;
    @Column(name = "dissolution")
    private String dissolution;

    protected AssetAccount() {
    }

    AssetAccount(Long authorityId, ModelKind kind) {
        this.authorityId = authorityId;
        this.kind = kind;
    }

    ModelKind kind() {
        return kind;
    }

    void says(AssetAccounts.Say cmd) {
        this.asset = cmd.asset().strip();
        this.depreciation = cmd.depreciation().strip();
        this.disposal = cmd.disposal().strip();
        this.item = cmd.item().strip();
        this.dissolution = cmd.dissolution().strip();
    }
}
