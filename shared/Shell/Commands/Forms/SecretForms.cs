namespace Sallyport.Shell.Commands.Forms;

/// <summary>Commands whose whole purpose is to print, change or copy a secret.</summary>
internal static class SecretForms
{
    public const string Table =
        """
        = shows named
        vault kv get
        vault read
        vault token lookup
        op read
        op item get --reveal
        op item get --fields=password
        op item get --fields=credential
        op document get
        bw get password|item|notes|totp|attachment
        doppler secrets get
        infisical secrets get
        sops -d !-i !--in-place !--output
        sops --decrypt !-i !--in-place !--output
        sops decrypt !-i !--in-place !--output
        ansible-vault view
        ansible-vault decrypt --output=/dev/stdout
        ansible-vault decrypt --output=-
        akeyless get-secret-value
        conjur variable get
        keyring get
        age -d !-o !--output
        age --decrypt !-o !--output
        rage -d !-o !--output
        ejson decrypt
        blackbox_cat
        gopass show
        pulumi config --show-secrets
        pulumi stack output --show-secrets
        terraform output ~password
        terraform output ~secret
        terraform output ~token
        tofu output ~password
        tofu output ~secret
        nomad var get
        rails credentials:show
        rails secrets:show
        bin/rails credentials:show
        dotenvx decrypt
        eas env:get
        = shows secret
        vault print token
        vault token create
        vault unwrap
        vault operator generate-root
        vault operator init
        op item get --otp
        op signin --raw
        op inject
        bw list items
        bw export
        doppler secrets download
        doppler configs tokens create
        infisical export
        chamber read|export|env
        transcrypt --show-raw
        git-crypt export-key
        lpass export
        pulumi stack export --show-secrets
        terraform output ~private_key
        consul acl token read
        nomad acl token self
        mkcert -CAROOT -p12
        wg showconf
        nmcli -s ~show
        nmcli --show-secrets
        security find-generic-password -w
        security find-internet-password -w
        security dump-keychain
        cmdkey /export
        vaultcmd /listcreds
        netsh wlan show ~key=clear
        procdump ~lsass
        stripe config --list
        consul-template -once ~secret
        kamal secrets print
        expo credentials:manager
        fastlane match ~decrypt
        = infra secret-store-delete
        vault operator raft remove-peer
        vault operator raft snapshot restore
        keytool -delete
        teller delete
        op item|vault|user|group|connect delete
        op item edit ~password
        op item move
        aws secretsmanager put-resource-policy
        vault operator seal|rekey|rotate
        vault lease revoke
        vault token revoke
        vault secrets|auth|audit disable
        vault kv metadata delete
        vault kv destroy
        doppler secrets delete
        ssh-add -D
        keyring del
        consul kv delete
        consul acl token|policy|role delete
        consul snapshot restore
        nomad var purge
        nomad acl token delete
        kamal secrets delete
        """;
}
