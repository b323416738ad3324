namespace Sallyport.Shell.Commands.Forms;

/// <summary>Queues, monitoring, payments, mail, storage and the rest that teams share.</summary>
internal static class ServiceForms
{
    public const string Table =
        """
        = infra service-delete
        rpk topic trim-prefix
        mlflow gc
        doveadm expunge
        acme.sh --revoke
        strapi import --force
        rpk cluster config reset
        kafka-topics ~retention.ms=1
        kafka-topics.sh ~retention.ms=1
        kafka-configs ~retention.ms=1
        kafka-configs.sh ~retention.ms=1
        kafka-storage format
        kafka-storage.sh format
        kafka-streams-application-reset
        kafka-streams-application-reset.sh
        kafka-reassign-partitions --execute
        kafka-reassign-partitions.sh --execute
        rabbitmqctl shutdown|stop|clear_vhost_limits|eval|delete_shovel|cancel_sync_queue
        rabbitmqadmin close|purge
        nats stream seal|rmm
        nats server cluster step-down
        pulsar-admin topics|namespaces|tenants|clusters unload|truncate|delete*
        activemq purge|stop|decrypt
        artemis queue purge|delete
        mosquitto_ctrl dynsec deleteClient|deleteRole
        deck gateway apply|sync|reset
        kong migrations finish|reset
        dog host mute
        newrelic apiAccess apiAccessDeleteKeys|deleteKeys
        pd service|user|schedule|team|incident disable|remove|delete
        promtool tsdb clean|delete-series
        rndc flush
        grpcurl ~/Delete
        grpcurl ~/Remove
        grpcurl ~/Destroy
        grpcurl ~/Purge
        grpcurl ~/Terminate
        bup prune-older|rm
        vault write ~sys/seal
        vault write ~token/revoke
        vault write ~leases/revoke
        vault operator step-down|generate-root
        jenkins-cli stop-builds
        travis disable
        gitlab-ctl pgb-kill
        gitlab-runner reset-token
        earthly prune --reset
        gpg --delete-keys
        gpg --delete-key
        scancel -u
        scancel --user
        scancel --state
        qdel all
        bkill 0
        condor_rm -a
        condor_rm -all
        gphoto2 -D
        gphoto2 --delete-all-files
        octodns-sync --doit
        dnscontrol push
        rdiff-backup --remove-older-than --force
        amtool silence add ~alertname=~.
        splunk stop|offline|clean|disable|remove
        sentry-cli releases|projects|monitors|sourcemaps delete
        amtool config delete
        ldcli flags toggle-off
        flipt import --drop
        split traffic-types|environments|workspaces delete
        exim -Mrm
        exim -Mg
        postsuper -d
        postsuper -h=ALL
        postqueue -d
        sendmail -bD
        nodetool drain
        etcdctl member remove
        etcdctl auth disable
        consul operator raft remove-peer
        consul force-leave
        nomad job stop
        nomad node drain
        nomad system gc
        zkcli deleteall|rmr|delete
        solr delete
        solr stop
        ipfs repo gc
        minio server --wipe
        mc rm|rb|undo
        mc ilm rule rm
        mc replicate rm
        mc version suspend
        s3cmd del|rm|rb|expire|sync ~--delete-removed
        b2 delete-bucket|delete-key|rm
        b2 bucket delete
        gsutil lifecycle set
        rclone purge|delete|deletefile|sync|move|moveto|cleanup|rmdirs
        rclone bisync --resync
        ceph osd purge|destroy|rm
        ceph osd pool delete|rm
        ceph fs rm
        ceph mon remove
        rados purge|rmpool|rm
        rbd rm|remove
        rbd snap purge|rm
        gluster volume delete|stop|reset
        twilio api:core:accounts:update ~closed
        twilio phone-numbers:remove
        square cards|gift-cards|loyalty|subscriptions disable|cancel
        paypal * delete|cancel
        shopify theme|app delete
        discord * delete
        slack delete
        jira issue|project|epic delete
        linear issue delete
        asana * delete
        notion * delete
        airtable * delete
        hubspot * delete
        sfdx force:org:delete
        sfdx force:data:record:delete
        sf org delete
        sf data delete
        sf project deploy ~--purge
        op user suspend|delete
        op group delete
        celery purge
        celery * * purge
        celery control shutdown
        celery * * control shutdown
        split workspaces|environments|splits delete|kill
        split split kill|delete
        jf rt del
        jfrog rt del
        tctl rm
        ldapdelete
        dsrm
        samba-tool user|group|domain delete|demote
        ipa user-del|host-del|group-del|role-del|dnszone-del|service-del
        kadmin.local ~delprinc
        kadmin ~delprinc
        kadmin.local ~delete_principal
        kadmin ~delete_principal
        oktactl users|groups deactivate|delete
        smbpasswd -x
        zkcli.sh deleteall|rmr|delete
        velero restore create --existing-resource-policy=update
        = infra money-move
        stripe refunds|payouts|transfers|charges|payment_intents create|cancel|capture|confirm
        stripe invoices pay|void|void_invoice|finalize
        stripe topups create
        stripe issuing cards create
        square payments|refunds|invoices create|cancel|publish|complete
        paypal payouts|payments|refunds create
        braintree transaction refund|void|sale
        nomad alloc stop
        sentry cleanup
        cosign clean
        chef-server-ctl cleanse
        redis-cli --cluster del-node
        redis-cli --cluster call ~flush
        redis-cli acl deluser
        valkey-cli acl deluser
        = infra backup-delete
        restic cache --cleanup
        rustic forget|prune
        autorestic forget
        borgmatic prune|rdelete|delete|compact
        bupstash rm|gc
        restic rewrite --forget
        kopia blob gc --delete=yes
        kopia blob delete
        pgbackrest expire --set
        pgbackrest stanza-delete
        proxmox-backup-client snapshot|backup forget
        duplicacy prune
        wbadmin delete
        vssadmin delete|Delete
        vssadmin resize|Resize
        restic unlock --remove-all
        restic repair snapshots --forget
        borg delete|prune|compact|recreate|break-lock
        kopia snapshot delete|expire
        kopia policy delete
        duplicity remove-older-than|remove-all-but-n-full|remove-all-inc-of-but-n-full|cleanup
        velero delete|uninstall
        tmutil delete|deletelocalsnapshots|thinlocalsnapshots|removedestination
        bacula purge
        bconsole purge
        wal-g delete
        barman delete
        snapper delete
        timeshift --delete-all
        """;
}
