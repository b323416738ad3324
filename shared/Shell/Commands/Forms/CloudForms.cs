namespace Sallyport.Shell.Commands.Forms;

/// <summary>Clouds, platforms, networks for content, and names in the DNS.</summary>
internal static class CloudForms
{
    public const string Table =
        """
        = infra cloud-delete
        cloudflared tunnel delete|cleanup
        ngrok api * delete
        aws ec2 detach-volume
        aws iam detach-role-policy|detach-user-policy|detach-group-policy
        aws iam deactivate-mfa-device
        aws iam update-access-key --status=Inactive
        aws s3api put-bucket-versioning ~Suspended
        aws s3api delete-bucket-policy
        aws s3api put-bucket-lifecycle-configuration
        aws elbv2 modify-load-balancer-attributes ~deletion_protection.enabled
        aws route53 disassociate-vpc-from-hosted-zone
        aws route53 change-resource-record-sets ~delete
        aws ses update-account-sending-enabled --no-enabled
        aws sesv2 put-account-sending-attributes --no-sending-enabled
        aws ses set-active-receipt-rule-set
        aws rds modify-db-instance ~no-deletion-protection
        aws ecs update-service --desired-count=0
        aws lambda put-function-concurrency --reserved-concurrent-executions=0
        aws events disable-rule
        aws backup delete-recovery-point
        aws guardduty delete-detector
        aws guardduty update-detector --no-enable
        aws config stop-configuration-recorder
        aws securityhub disable-security-hub
        aws ec2 revoke-security-group-ingress|revoke-security-group-egress
        aws ec2 modify-instance-attribute ~no-disable-api-termination
        aws autoscaling set-desired-capacity --desired-capacity=0
        gcloud apigee apis|deployments undeploy
        gcloud pubsub subscriptions seek
        gcloud sql instances patch ~no-deletion-protection
        gcloud sql instances patch ~no-backup
        gcloud sql instances restore-backup|restart|failover
        gcloud sql backups restore
        gcloud kms keys versions disable|destroy
        gcloud projects remove-iam-policy-binding
        gcloud container clusters resize --num-nodes=0
        gcloud logging sinks|buckets|logs delete
        gcloud app versions|services delete|stop
        gcloud run services delete
        apigeecli apis|sharedflows undeploy
        az lock delete
        az keyvault update --enable-purge-protection=false
        az aks delete
        aws secretsmanager cancel-rotate-secret|stop-replication-to-replica|update-secret-version-stage
        az vm delete
        az webapp deployment slot swap
        az monitor diagnostic-settings delete
        az storage container|blob|share delete*
        az ad app|sp|user|group delete
        az role assignment delete
        az policy assignment delete
        doctl compute droplet|volume|snapshot|image|domain|load-balancer|firewall delete|d|rm
        doctl databases|kubernetes|apps|registry|projects delete|d|rm
        linode-cli linodes|volumes|domains delete|rm
        linode-cli linodes rebuild
        hcloud server delete|rebuild|poweroff|reset
        hcloud volume|network|image|load-balancer delete
        hcloud server disable-protection
        hcloud volume disable-protection
        scw instance server|volume delete|terminate
        vultr-cli instance|snapshot|database delete|destroy|reinstall
        openstack server|volume|project|image|stack delete
        openstack server rebuild
        cf delete|delete-service|delete-space|delete-org|delete-route
        heroku ps:scale ~=0
        heroku apps:destroy
        heroku addons:destroy
        heroku pg:reset
        heroku pg:copy
        heroku maintenance:on
        heroku run ~db:drop
        heroku run ~db:reset
        fly scale count 0
        flyctl scale count 0
        fly postgres detach
        fly ips release
        fly apps|volumes|machine|machines|mpg destroy
        vercel remove|rm
        vercel rollback
        vercel env|domains|dns|certs|alias|secrets rm|remove
        netlify sites:delete
        netlify env:unset
        netlify deploy --prod ~--skip
        railway down
        railway delete
        render services delete
        supabase db reset
        supabase projects|branches|functions delete
        supabase migration repair|down|squash
        supabase db push !--local
        supabase config push
        supabase network-restrictions update
        supabase stop --no-backup
        aws dynamodb update-continuous-backups ~PointInTimeRecoveryEnabled=false
        aws autoscaling update-auto-scaling-group --max-size=0
        aws s3 mv --recursive
        az storage blob sync
        modal dict|queue clear
        modal secret create --force
        railway volume detach
        swift delete
        ossutil rm|rb
        coscli rm
        s4cmd del
        minio-client rm|rb
        firebase firestore:delete
        firebase projects:delete
        firebase hosting:disable
        firebase functions:delete
        firebase database:remove
        pscale database|branch|backup delete
        neonctl projects|branches|databases|roles delete
        turso db|group destroy
        upstash redis delete
        convex import --replace
        convex import --replace-all
        appwrite * delete
        wrangler d1 time-travel restore
        wrangler d1 delete
        wrangler queues purge
        wrangler secret|kv|r2|pages delete
        cfcli rm|purge
        flarectl zone purge|delete
        fastly service-version deactivate
        fastly purge
        fastly service-version activate
        fastly service version activate
        akamai purge
        gcore * delete
        exo compute|storage|dns|dbaas delete
        = infra cloud-delete-critical
        aws account close-account
        aws organizations leave-organization
        aws kms disable-key
        aws rds delete-db-cluster-snapshot
        gcloud organizations delete
        gcloud billing projects unlink
        gcloud billing accounts close
        az account cancel
        az keyvault purge
        az consumption budget delete
        az group delete
        az deployment group create --mode=Complete
        doctl account delete
        = infra dns-change
        nsupdate
        rndc delzone|stop|halt
        pdnsutil delete-zone|clear-zone|delete-rrset
        pdns_control purge
        cli53 delete|rrdelete|rrpurge
        = connect zone-transfer
        dig axfr|AXFR
        dig * axfr|AXFR
        dig * * axfr|AXFR
        dig -t=axfr
        host -l
        nslookup ~-type=axfr
        dnsrecon -t=axfr
        = shows named
        aws sts assume-role
        aws sts assume-role-with-web-identity
        aws ssm get-parameter --with-decryption
        gcloud secrets versions access
        az keyvault secret show
        az storage account keys list
        az storage account show-connection-string
        heroku config:get
        netlify env:get
        = shows secret
        aws configure get ~secret
        aws configure get ~token
        aws ssm get-parameters --with-decryption
        aws ssm get-parameters-by-path --with-decryption
        aws kms decrypt
        aws lightsail download-default-key-pair
        aws codeartifact get-authorization-token
        aws ec2 get-password-data
        aws ec2 create-key-pair
        gcloud auth print-access-token
        gcloud auth print-identity-token
        gcloud auth application-default print-access-token
        gcloud sql users describe
        az account get-access-token
        az keyvault secret download
        az acr credential show
        az ad sp create-for-rbac
        az ad sp credential reset
        az cosmosdb keys list
        az functionapp keys list
        az redis list-keys
        az webapp deployment list-publishing-credentials
        doctl auth token
        doctl databases connection
        doctl databases user get
        heroku auth:token
        heroku config $
        heroku config -s
        heroku config -a
        heroku config --app
        fly auth token
        fly tokens create
        flyctl auth token
        railway variables
        netlify env:list --plain
        vercel env pull --environment=production
        supabase projects api-keys
        ibmcloud iam oauth-tokens
        oci session authenticate
        cf oauth-token
        databricks auth token
        snow connection generate-jwt
        """;
}
