import { AccountShell } from "@/components/account-shell";
import { Heading } from "@/components/heading";
import { MethodsCard } from "@/components/methods-card";
import { Notices } from "@/components/notices";
import { ProfileCard } from "@/components/profile-card";
import { SessionsCard } from "@/components/sessions-card";
import { csrfToken, formState } from "@/lib/door/page";
import { requirePerson } from "@/lib/door/person";

/** The signed-in home. */
export default async function AccountPage() {
  const person = await requirePerson("/cuenta");
  const first = person.name?.trim().split(/\s+/)[0];
  return (
    <AccountShell
      title="Tu cuenta"
      name={person.name ?? person.address}
      csrfToken={await csrfToken()}
      answer={await formState("/cuenta")}
    >
      <Heading lead="Revisa cómo ingresas y dónde tienes tu cuenta abierta.">
        {first ? `Hola, ${first}` : "Hola"}
      </Heading>
      <Notices />
      <div className="mt-6 grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="grid gap-5">
          <ProfileCard
            name={person.name}
            address={person.address}
            createdAt={person.createdAt.toISOString()}
          />
          <MethodsCard hasPassword={person.hasPassword} google={person.google} />
        </div>
        <div className="grid gap-5">
          <SessionsCard current={person.session} />
        </div>
      </div>
    </AccountShell>
  );
}
